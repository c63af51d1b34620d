'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';

const OpenedLink = dynamic(() => import('./opened-link').then((part) => part.OpenedLink), {
  ssr: false,
});

/** Opens the program that the address names; what does so is fetched only then. */
export function LinkOpener() {
  const [link, setLink] = useState<{ fragment: string }>();
  useEffect(() => {
    const look = () => {
      if (/^#(?:open=|v\d)/.test(location.hash)) setLink({ fragment: location.hash });
    };
    look();
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, []);
  return link ? <OpenedLink link={link} /> : null;
}
