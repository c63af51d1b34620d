/** As this process is: in CI root, with control groups where the host has them. */
import { fairnessSuite } from './fairness-suite';

fairnessSuite('with what this host has');
