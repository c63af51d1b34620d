/** Runbay's mark: the play sign over the water of a bay. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--mark-ground)" />
      <path
        d="M11.5 6.8v10.9l9.2-5.45z"
        fill="#fff"
        stroke="#fff"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
      <path
        d="M6 23.6c2.5-2.2 4.6-2.2 6.7 0s4.2 2.2 6.6 0 4.6-2.2 6.7 0"
        fill="none"
        stroke="#8fe3d3"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
    </svg>
  );
}
