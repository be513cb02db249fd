/** What the browser test runner puts on the page: mocha's interface, as far as it is used. */
type MochaWork = () => unknown;

declare function describe(title: string, work: () => void): void;
declare function before(work: MochaWork): void;
declare function beforeEach(work: MochaWork): void;
declare function after(work: MochaWork): void;
declare function afterEach(work: MochaWork): void;
declare function it(title: string, work: MochaWork): void;
