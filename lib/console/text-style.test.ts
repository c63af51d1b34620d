import { describe, expect, it } from 'vitest';
import { cssColor, cssOfStyle } from './palette';
import { applySgr, PLAIN } from './text-style';

describe('the style escapes', () => {
  it('set and take back each attribute', () => {
    const all = applySgr(PLAIN, '1;2;3;4;7;9');
    expect(all).toEqual({
      bold: true,
      dim: true,
      italic: true,
      underline: true,
      inverse: true,
      strike: true,
    });
    expect(applySgr(all, '22;23;24;27;29')).toBe(PLAIN);
  });

  it.each([
    ['31', { fg: 1 }],
    ['97', { fg: 15 }],
    ['44', { bg: 4 }],
    ['100', { bg: 8 }],
    ['38;5;208', { fg: 208 }],
    ['48;2;1;2;255', { bg: '#0102ff' }],
    ['38:2::10:20:30', { fg: '#0a141e' }],
    ['38:2:10:20:30', { fg: '#0a141e' }],
    ['38:5:9', { fg: 9 }],
    ['1;38;5;208;4', { bold: true, fg: 208, underline: true }],
  ])('understand colours: %s', (parameters, style) => {
    expect(applySgr(PLAIN, parameters)).toEqual(style);
  });

  it.each(['38;5;999', '38;2;1;2;300', '38', '999'])('ignore nonsense: %s', (parameters) => {
    expect(applySgr(PLAIN, parameters)).toBe(PLAIN);
  });

  it('go back to plain without a parameter, and with 0', () => {
    expect(applySgr({ bold: true }, '')).toBe(PLAIN);
    expect(applySgr({ bold: true }, '0;3')).toEqual({ italic: true });
  });

  it('read no more parameters than an honest program sends', () => {
    expect(applySgr(PLAIN, `${'0;'.repeat(40)}31`)).toBe(PLAIN);
  });
});

describe('the palette', () => {
  it('takes 16 colours from the theme and the others from xterm', () => {
    expect(cssColor(1)).toBe('var(--ansi-1)');
    expect(cssColor(16)).toBe('rgb(0 0 0)');
    expect(cssColor(208)).toBe('rgb(255 135 0)');
    expect(cssColor(255)).toBe('rgb(238 238 238)');
    expect(cssColor('#0a141e')).toBe('#0a141e');
  });

  it('shows bold text of a basic colour bright, and swaps the colours of inverse text', () => {
    expect(cssOfStyle({ bold: true, fg: 1 })).toMatchObject({ color: 'var(--ansi-9)' });
    expect(cssOfStyle({ inverse: true, fg: 2, bg: 0 })).toMatchObject({
      color: 'var(--ansi-0)',
      backgroundColor: 'var(--ansi-2)',
    });
  });

  it('keeps text readable on a ground of the program’s choice', () => {
    expect(cssOfStyle({ bg: '#ffff00' })?.color).toBe('#000000');
    expect(cssOfStyle({ bg: 17 })?.color).toBe('#ffffff');
  });
});
