import { engineSuite } from '@/lib/agentbay/engines/engine-suite';
import { programsSuite } from '@/lib/agentbay/engines/programs-suite';
import { resultsSuite } from '@/lib/agentbay/engines/results-suite';
import { localEngine } from '@/lib/agentbay/engines/testing';

engineSuite('local engine', () => localEngine());
resultsSuite('local engine', () => localEngine());
programsSuite('local engine', () => localEngine());
