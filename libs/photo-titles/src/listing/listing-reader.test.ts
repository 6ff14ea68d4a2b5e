import { ListingReader } from './listing-reader.js';

function listed(lines: string[], kind?: 'auto' | 'titles') {
  const reader = new ListingReader(kind);
  return lines.flatMap((line) => reader.read(line) ?? []);
}

describe('folder listings', () => {
  it('reads what ls -R prints', () => {
    const lines = [
      '.:',
      '215',
      'notes.txt',
      '',
      './215:',
      '2013',
      '',
      './215/2013:',
      '12 a.jpg',
      '12 b.JPEG',
    ];
    expect(listed(lines)).toEqual([
      { folder: '215/2013', title: '12 a' },
      { folder: '215/2013', title: '12 b' },
    ]);
  });

  it('reads long listings of both kinds of dates', () => {
    const lines = [
      'archive/215:',
      'total 24',
      'drwxr-xr-x 2 keeper keepers 4096 May  3  2013 more',
      '-rw-r--r-- 1 keeper keepers 12345 May  3  2013 12 samer 03-05-2013.jpg',
      '-rw-r--r--. 1 keeper keepers 12345 2013-05-03 10:22 13 سامر.jpg',
    ];
    expect(listed(lines)).toEqual([
      { folder: 'archive/215', title: '12 samer 03-05-2013' },
      { folder: 'archive/215', title: '13 سامر' },
    ]);
  });

  it('reads what find, du and dir /s /b print', () => {
    const lines = [
      './215',
      './215/12.jpg',
      '12345\t./215/13.png',
      'D:\\archive\\215\\14 b.JPG',
      '\\\\server\\share\\15.jpg',
      'D:\\archive\\Thumbs.db',
    ];
    expect(listed(lines)).toEqual([
      { folder: '215', title: '12' },
      { folder: '215', title: '13' },
      { folder: 'archive/215', title: '14 b' },
      { folder: 'server/share', title: '15' },
    ]);
  });

  it('takes a slash in a title for part of it', () => {
    expect(listed(['12 samer 3/5/2013', '13 samer.JPG.jpg'])).toEqual([
      { title: '12 samer 3/5/2013' },
      { title: '13 samer' },
    ]);
    expect(listed(['12 samer 3/5/2013.jpg'], 'titles')).toEqual([{ title: '12 samer 3/5/2013' }]);
  });
});
