export { elements } from './elements.js';
export { initialsOf, renderAvatar } from './render-avatar.js';
export { renderMore } from './render-more.js';
export { controls } from './styles/controls.js';
export { more } from './styles/more.js';
export { surfaces } from './styles/surfaces.js';
