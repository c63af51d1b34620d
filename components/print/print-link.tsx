/** The address of the page, which is seen on paper only, with room for its QR code. */
export function PrintLink({ address }: { address: string }) {
  return (
    <div className="print-link" data-print-link={address}>
      <span translate="no">{address}</span>
    </div>
  );
}
