/** 方胜: four linked lozenges round one. The mark of the product. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 26 26" fill="none" stroke="currentColor" strokeWidth={1.9} strokeLinejoin="round" style={{ width: `${size / 16}rem`, height: `${size / 16}rem`, flex: 'none' }}>
      <path
        transform="translate(13 13) scale(.97) translate(-13 -13)"
        d="M13 1.600 18.600 7.200 13 12.800 7.400 7.200zM18.800 7.400 24.400 13 18.800 18.600 13.200 13zM13 13.200 18.600 18.800 13 24.400 7.400 18.800zM7.200 7.400 12.800 13 7.200 18.600 1.600 13z"
      />
      <path d="M13 9.200 16.800 13 13 16.800 9.200 13z" fill="currentColor" stroke="none" />
    </svg>
  )
}
