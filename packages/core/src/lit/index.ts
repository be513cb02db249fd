export { clientContext } from './client-context.js';
export { CrmElement } from './crm-element.js';
export { CrmProvider } from './crm-provider.js';
export { elements } from './elements.js';
export { formatsFor, type Formats } from './format.js';
export { createDictionary, languages, type Dictionary, type Language } from './language.js';
export { renderResource } from './render-resource.js';
export { StoreController, type Source } from './store-controller.js';
