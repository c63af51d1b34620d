import { useMessages } from '@/components/ui/messages-provider';
import type { Link } from '@/lib/rooms/client/room-connection';

interface LinkNoteProps {
  link: Link;
  /** What a lost connection means here. */
  lost: string;
  onRetry: () => void;
}

/** Whether what is shown is of now. */
export function LinkNote({ link, lost, onRetry }: LinkNoteProps) {
  const words = useMessages().rooms.link;
  const isLost = link === 'lost' || link === 'replaced';
  const text =
    link === 'lost'
      ? lost
      : link === 'replaced'
        ? words.replaced
        : words[link === 'open' ? 'open' : 'connecting'];
  return (
    <span className="room-link" data-link={link}>
      <span role="status">{text}</span>
      {isLost ? (
        <button
          type="button"
          className="snippet-button"
          onClick={() => (link === 'replaced' ? location.reload() : onRetry())}
        >
          {link === 'replaced' ? words.here : words.retry}
        </button>
      ) : null}
    </span>
  );
}
