import { QrCode } from '@/components/share/qr-code';
import { Filled } from '@/components/ui/filled';
import { Mark } from '@/components/ui/mark';
import { messageActionClass } from '@/components/ui/message';
import { fill, type Messages } from '@/lib/messages/messages';

interface LanPageProps {
  /** The likeliest first. */
  addresses: string[];
  port: string;
  words: Messages['lan'];
}

/** Address and QR code in the size of a wall, then what to look at where they lead nowhere. */
export function LanPage({ addresses: [address, ...others], port, words }: LanPageProps) {
  const command = `sudo ufw allow ${port}/tcp`;
  return (
    <main className="lan-page">
      <Mark className="size-9" />
      <h1>{words.title}</h1>
      {address === undefined ? (
        <p className="lan-none">{words.noNetwork}</p>
      ) : (
        <>
          <div className="lan-code">
            <QrCode text={address} label={fill(words.code, { address })} />
          </div>
          <p className="lan-address" translate="no">
            {address}
          </p>
          <p className="lan-how">{words.how}</p>
          <a className={messageActionClass} href={address}>
            {words.toPlayground}
          </a>
        </>
      )}
      <details className="lan-help">
        <summary>{words.notFound}</summary>
        <p>{words.sameNetwork}</p>
        <p>
          <Filled
            text={words.firewall}
            values={{ port, command: <code translate="no">{command}</code> }}
          />
        </p>
        {others.length === 0 ? null : (
          <>
            <p>{words.others}</p>
            <ul translate="no">
              {others.map((other) => (
                <li key={other}>
                  <a href={other}>{other}</a>
                </li>
              ))}
            </ul>
          </>
        )}
      </details>
    </main>
  );
}
