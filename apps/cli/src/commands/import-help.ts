/** What stands behind the options in `athar import --help`. */
export const importHelp = `
Columns of entries (id, detainee_number or register_number is needed): id, name, name_arabic, given_name, father_name,
grandfather_name, family_name, mother_name, known_as, reader, confidence, sex, age, birth_date,
home_governorate, home_place, detainee_number, number_read_on, other_numbers, branch, hospital,
photo_date, photo_dates, collection, marks, category, state, images, remarks, register_place,
register_number, registered_on, died_on, stated_cause.

Columns of reports stand on the printed form, beside their fields (GET /api/forms/intake). Needed are a
name of the missing person, contact_name, and consent_store (yes) with consent_date and consent_way.

A pattern of --titles says what stands where in a title. Each pattern is tried in its turn:
  {number}                     the digits of the person's number; {number:4} so many. Never left out
  {suffix} {sequence}          a letter behind the number; which photograph it is
  {date} {date:dd-mm-yyyy}     made of dd, mm, month (a name), yyyy, yy: {date:ddmmyy|dd month yyyy} for
                               several forms. dd-mm-yyyy reads 3-5-2013, 03/05/2013 and ٣.٥.٢٠١٣ too
  {branch} {hospital}          one to five words, the fewest that fit; {branch:digits} a word of digits
  {photographer} {ignore}      a name, which is never matched; words to be passed over
  {folder}/                    the folder of the photograph
  [ ... ]                      what may be missing
  letters, digits              themselves; space - _ . , / stand for any separators
"1234b samer 03-05-2013 215" is read by '{number}[{suffix}] {photographer} {date:dd-mm-yyyy}[ {branch}]',
"215/2013-05-03/0012 (3)" by '{branch}/{date:yyyy-mm-dd}/{number} {sequence}'.

Exit code: 0 all rows used, 2 done but some rows bad (named on standard error), 1 not done.

Examples:
  athar import archive.csv --title 'Photo archive' --custodian 'Its keepers' --kind photo_archive \\
    --as 0b8f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e --dry-run
  athar import archive.csv --collection 1c9f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e \\
    --as 0b8f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e --map 'Full name=name' --errors-file mend.csv
  athar import photographs.txt --collection 1c9f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e --titles \\
    --pattern '{number}[{suffix}] {photographer} {date:dd-mm-yyyy}[ {branch}]' \\
    --as 0b8f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e
  athar import kobo.xlsx --reports --as-proposed --as 2d8f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e --dry-run
  athar imports --as 0b8f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e
  athar import --undo 7c9f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e --as 0b8f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e`;
