import { registerHooks } from 'node:module';

/** TypeScript 7 has no JavaScript interface yet; what reads code by it gets the last version that has. */
registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier === 'typescript' ? 'typescript-5' : specifier, context),
});
