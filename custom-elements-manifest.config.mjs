/** How `custom-elements.json` is made of the JSDoc of the elements: `npm run build` and the checks use it. */

/** Classes that somebody outside meets: elements, their bases, and events. */
const isPublic = ({ kind, name, customElement }) =>
  kind === 'class' && (customElement === true || /(Element|Event)$/.test(name));

/** Leaves what extenders and hosts may rely on, in an order that does not depend on the file system. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest: manifest }) {
    manifest.modules = manifest.modules
      .filter(({ declarations = [] }) => declarations.some(isPublic))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const module of manifest.modules) {
      module.declarations = module.declarations.filter(isPublic);
      const names = new Set(module.declarations.map(({ name }) => name));
      module.exports = module.exports?.filter(({ declaration }) => names.has(declaration.name));
      for (const declaration of module.declarations) tidy(declaration);
    }
  },
};

function tidy(declaration) {
  declaration.members = declaration.members?.filter(({ privacy }) => privacy !== 'private');
  // The analyzer takes the first argument of an event class for the event's name; @fires has the true one.
  declaration.events = declaration.events?.filter(({ name, type }) => name?.includes('-') && type);
  for (const key of ['members', 'events']) if (declaration[key]?.length === 0) delete declaration[key];
}

export default {
  globs: ['packages/*/src/**/*.ts'],
  exclude: ['**/*.spec.ts', '**/*.test.ts', '**/testing/**', 'packages/{contract,tracker}/**'],
  litelement: true,
  packagejson: false,
  plugins: [publicOnly],
};
