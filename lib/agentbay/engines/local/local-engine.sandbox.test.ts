import { engineSuite } from '@/lib/agentbay/engines/engine-suite';
import { localEngine } from '@/lib/agentbay/engines/testing';

engineSuite('local engine', () => localEngine());
