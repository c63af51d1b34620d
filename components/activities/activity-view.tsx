import { DemoText } from '@/components/demo/demo-text';
import { PlainCode } from '@/components/demo/plain-code';
import { findLanguage } from '@/lib/agentbay/languages';
import { readActivity } from '@/lib/demos/activities';
import type { ActivityPart } from '@/lib/demos/document';
import type { Texts } from '@/lib/messages/messages';
import { Choice } from './choice';
import { Exercise } from './exercise';
import { Gaps } from './gaps';
import { OrderLines } from './order-lines';

export interface ActivityViewProps {
  /** Of the public document: without answers. */
  part: ActivityPart;
  /** Of its document; absent: it is kept nowhere yet. */
  reference: string | undefined;
  revision: number | undefined;
  texts: Texts;
}

/** Something to be done by the reader; without a script its task and its code can be read. */
export function ActivityView({ part, reference, revision, texts }: ActivityViewProps) {
  const { activity } = readActivity(part);
  const { name, main } = part;
  if (activity === undefined) {
    return <PlainCode code={main.text} language={main.language} texts={texts} />;
  }
  const text = (markdown: string, at: string) => (
    <DemoText
      key={at}
      markdown={markdown}
      headings={[]}
      titleId={undefined}
      name={`${name}-${at}`}
      texts={texts}
    />
  );
  const common = {
    name,
    hints: activity.hints.map((hint, at) => text(hint, `hint${at}`)),
    reference,
    revision,
  };
  switch (activity.type) {
    case 'exercise': {
      const { language, starter, hiddenCases, checkSource, solution } = activity;
      return (
        <Exercise
          {...common}
          language={language}
          starter={starter}
          hiddenCases={hiddenCases}
          checks={
            checkSource === '' ? null : (
              <PlainCode code={checkSource} language={language} texts={texts} />
            )
          }
          solution={solution && { code: solution.code }}
        />
      );
    }
    case 'order':
      return (
        <OrderLines
          {...common}
          language={findLanguage(activity.language)}
          lines={activity.lines}
          asksIndent={activity.asksIndent}
        />
      );
    case 'gaps':
      return <Gaps {...common} language={findLanguage(activity.language)} code={activity.code} />;
    case 'choice':
      return (
        <Choice
          {...common}
          question={activity.question === '' ? null : text(activity.question, 'question')}
          options={activity.options.map(({ text: option }, at) => text(option, `option${at}`))}
          sources={activity.options.map(({ text: option }) => option)}
          takesSeveral={activity.takesSeveral}
        />
      );
  }
}
