/** The script of an embed. The document is whole without it; it adds what can be done. */
import type { Messages } from '@/lib/messages/messages';
import type { EmbedData } from '../page-data';
import { listenAround } from './around';
import { Embed } from './embed';
import { reportHeight } from './height';

function start(): void {
  const main = document.querySelector('main');
  if (!main) return;
  const text = document.getElementById('data')?.textContent;
  const data = text ? (JSON.parse(text) as EmbedData) : undefined;
  const onHello = reportHeight(main, data?.snippet?.id);
  if (!data) {
    listenAround({ onHello });
    return;
  }
  // It has all texts that are shown here.
  const texts = { locale: data.locale, messages: data.messages as Messages };
  const embed = new Embed(data, texts);
  if (data.program) {
    embed.begin(data.program);
    listenAround({ onHello });
  } else {
    listenAround({ onHello, onCode: (given) => embed.take(given) });
  }
}

start();
