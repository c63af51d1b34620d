/** Every text of the page in simplified Chinese. */
import type { Messages } from '../messages';
import { actions } from './actions';
import { activities } from './activities';
import { activityProblems } from './activity-problems';
import { compare } from './compare';
import { console } from './console';
import { demo } from './demo';
import { editor } from './editor';
import { embed } from './embed';
import { errors } from './errors';
import { examples } from './examples';
import { files } from './files';
import { follow } from './follow';
import { lan } from './lan';
import { learn } from './learn';
import { picture } from './picture';
import { playground } from './playground';
import { present } from './present';
import { print } from './print';
import { programs } from './programs';
import { prompt } from './prompt';
import { results } from './results';
import { rooms } from './rooms';
import { server } from './server';
import { settings } from './settings';
import { share } from './share';
import { sharing } from './sharing';
import { steps } from './steps';
import { toolbar } from './toolbar';
import { writing } from './writing';

export const zh: Messages = {
  actions,
  activities,
  activityProblems,
  compare,
  console,
  demo,
  editor,
  embed,
  errors,
  examples,
  files,
  follow,
  lan,
  learn,
  picture,
  playground,
  present,
  print,
  programs,
  prompt,
  results,
  rooms,
  server,
  settings,
  share,
  sharing,
  steps,
  toolbar,
  writing,
};
