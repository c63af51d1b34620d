import { Mark } from '@/components/ui/mark';
import { useMessages } from '@/components/ui/messages-provider';

export function Home() {
  const words = useMessages().writing;
  return (
    <a href="/" className="snippet-home" aria-label={words.home}>
      <Mark className="size-6" />
    </a>
  );
}
