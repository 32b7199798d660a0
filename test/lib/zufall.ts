/** Properties are tried with the same values in every run: what fails is what was changed, not what chance brought. */
import fc from 'fast-check';

fc.configureGlobal({ seed: 20261120 });
