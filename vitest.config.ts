import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const BEIDE = {
  // The tests share no state, and loading the parsers anew for every file would take twice as long.
  isolate: false,
  // On a busy machine everything takes its time; what takes longer than this hangs.
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 60_000 } },
};

/** Large files go first, for they take long, and nobody waits for the last one; these take long, and are small. */
const LANGE =
  /\/(barrierefreiheit|barrierefreiheit-offen|umschalten|build|weiterbauen|typen)\.test\.ts$/;

class LangeZuerst extends BaseSequencer {
  override async sort(dateien: TestSpecification[]): Promise<TestSpecification[]> {
    const rang = ({ moduleId }: TestSpecification) => Number(!LANGE.test(moduleId));
    return (await super.sort(dateien)).toSorted((a, b) => rang(a) - rang(b));
  }
}

/** `kern` tests everything without a built portal; `portal` builds one and looks at it, in part with a browser. */
export default defineConfig({
  test: {
    sequence: { sequencer: LangeZuerst },
    projects: [
      {
        test: {
          ...BEIDE,
          name: 'kern',
          include: ['test/**/*.test.ts'],
          exclude: ['test/portal/**'],
          setupFiles: ['test/lib/zufall.ts'],
          maxWorkers: '100%',
        },
      },
      {
        test: {
          ...BEIDE,
          name: 'portal',
          include: ['test/portal/**/*.test.ts'],
          globalSetup: ['test/portal/setup.ts'],
          // After the others, and three at a time, for browsers wait often: each file has a server and a browser of its own.
          sequence: { groupOrder: 1 },
          maxWorkers: 3,
        },
      },
    ],
  },
});
