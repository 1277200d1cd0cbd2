import type { Shape } from '../shape.ts'
import type { talent as chinese } from '../zh-Hans/talent.ts'

export const talent: Shape<typeof chinese> = {
  levels: { secondary: 'Secondary', technician: 'Technician', higher: 'Higher vocational', bachelor: 'Vocational bachelor' },
  sexes: { male: 'Male', female: 'Female' },
  tags: { paired_county: 'Paired county' },
  unknown: '—',
  demo: 'Demo',
  years: 'entered {{from}}, leaves {{to}}',
  import: 'Import Excel',
  export: 'Export to Excel',
  students: {
    title: 'Students', lead: 'Identity numbers are kept encrypted; lists mask phones and numbers, and who looked, and why, is kept.', caption: 'Students', add: 'Add a student', empty: 'No students yet. Add one, or import an Excel file.',
    columns: { number: 'Number', name: 'Name', programme: 'Major', cohort: 'Class', years: 'Entry–leaving', level: 'Level', school: 'School', mark: 'Mark', phone: 'Phone', tags: 'Tags', account: 'Account', sex: 'Sex' },
    filters: { q: 'Name or number', school: 'School', level: 'Level', programme: 'Major', cohort: 'Class', entryYear: 'Year of entry', leaveYear: 'Year of leaving', tag: 'Tag', left: 'At school', leftOnly: 'Left', sort: 'Order', number: 'By number', byName: 'By name', mark: 'By mark' },
    hasAccount: 'Opened', noAccount: 'Not opened', minor: 'under 18', left: 'Left', here: 'At school',
  },
  student: {
    basics: 'Basics', person: 'Person and contact', school: 'At school', guardian: 'Guardian', log: 'Who looked at the full numbers', noLog: 'Nobody has looked at the full numbers.',
    fields: {
      school: 'School', number: 'Student number', name: 'Name', sex: 'Sex', idType: 'Kind of paper', idNumber: 'Identity number', birthDate: 'Date of birth', cohort: 'Class', programme: 'Major', years: 'Entry–leaving', teacher: 'Teacher', phone: 'Phone', guardianName: 'Guardian', guardianPhone: 'Guardian’s phone', guardianRelation: 'Relation',
      home: 'Home', homeCode: 'Home division code', mark: 'School mark', certificates: 'Certificates', certificatesHint: 'One a line.', tags: 'Tags', account: 'Account', updatedAt: 'Last changed',
    },
    idTypes: { resident: 'Resident identity card', hk_mo_tw: 'Hong Kong, Macao or Taiwan permit', foreign: 'Passport or foreigner’s card' },
    idKept: '{{mask}} is kept; leave empty to keep it.',
    idHint: '18 figures; kept encrypted, shown only in part.',
    birthHint: 'Not needed with a resident’s number.',
    guardianHint: 'Needed under 18.',
    marks: '{{mark}}',
    edit: 'Change', save: 'Save', saved: 'Saved.', addTitle: 'Add a student', added: 'Added.', editTitle: 'Change: {{name}}',
    unmask: 'See full numbers', unmaskTitle: 'See full numbers: {{name}}', unmaskReason: 'Why', unmaskHint: 'At least 5 characters. Who, when and why stay with this student, for school and secretariat to read. Do not write the number itself.', unmaskVerb: 'See, and leave a record',
    unmaskReasons: 'To insure the internship.\nTo check the three-party agreement.\nTo file with the authority.\nTo reach the guardian.', unmasked: 'Full numbers (gone when you leave this page)', logLine: '{{name}} {{organisation}}',
    leave: 'Mark as left', leaveTitle: 'Mark as left: {{name}}', leaveNote: 'No longer in lists and new rounds; the record stays and can be restored.', back: 'Back at school', backTitle: 'Back at school: {{name}}', backNote: 'Appears in the lists again.', done: 'Done.',
    issues: {
      guardian_needed: 'Under 18: guardian and phone are needed.', birth_needed: 'This paper does not tell the date of birth; please give it.', unknown: 'Choose one of the school’s classes.', identity_check: 'The check digit is wrong; check every figure.', identity_length: 'An identity number has 18 characters.', identity_date: 'The date of birth in the number does not exist.',
      identity_character: 'The number has a character that cannot be there.', identity_future: 'The date of birth in the number is still to come.', wrong_form: 'The number has a wrong form.', other: 'The number is wrong; please check.',
    },
  },
  programmes: {
    title: 'Majors and classes', lead: 'Majors carry their official code; importing students makes those that are missing.', tabs: { programmes: 'Majors', cohorts: 'Classes' }, caption: 'Majors', cohortCaption: 'Classes',
    columns: { posts: 'Posts', major: 'Major', code: 'Code', level: 'Level', length: 'Length', school: 'School', cohorts: 'Classes', students: 'Students', name: 'Class', years: 'Entry–leaving', teacher: 'Teacher' },
    filters: { q: 'Name, code or school', level: 'Level', qCohort: 'Class or major', leaveYear: 'Year of leaving' },
    length: '{{count}} years', length_one: 'one year', toPosts: 'Posts that fit', add: 'Add a major', addCohort: 'Add a class', empty: 'No majors yet. Add one, or import students.', emptyCohorts: 'No classes yet. Add one, or import students.',
    addTitle: 'Add a major', major: 'Major', majorHint: 'Search by name or six-figure code.', lengthYears: 'Length in years', cohortTitle: 'Add a class', programme: 'Major', cohortName: 'Name of the class', entryYear: 'Year of entry', leaveYear: 'Year of leaving', teacher: 'Teacher', noTeacher: 'Nobody yet', added: 'Added.', changeTitle: 'Change: {{name}}', change: 'Change', saved: 'Saved.', save: 'Save', order: 'The year of leaving is within 8 years after the year of entry.',
  },
  teachers: {
    title: 'Teachers', lead: 'Teachers who guide students on placement.', caption: 'Teachers', add: 'Add a teacher', empty: 'No teachers yet. Add one, or import an Excel file.', columns: { name: 'Name', number: 'Staff number', subject: 'Subject', phone: 'Phone', cohorts: 'Classes', school: 'School', action: 'Change' },
    filters: { q: 'Name or staff number', left: 'On staff', leftOnly: 'Left' }, fields: { number: 'Staff number', name: 'Name', phone: 'Phone', subject: 'Subject', left: 'Has left' }, addTitle: 'Add a teacher', editTitle: 'Change: {{name}}', edit: 'Change', save: 'Save', saved: 'Saved.',
  },
  codes: {
    title: 'Code tables', lead: 'Official code tables. A starting part comes with the product; importing the full table deletes nothing, codes are only superseded.',
    systems: { industry: 'Industries', major: 'Majors', occupation: 'Occupations', division: 'Divisions', major_occupation: 'Majors and occupations' },
    columns: { code: 'Code', name: 'Name', level: 'Level', parent: 'Above', state: 'State' }, filters: { q: 'Code or name', level: 'Level', superseded: 'Superseded', include: 'Show too' },
    caption: 'Codes', current: 'Current', superseded: 'Superseded', version: 'Version', source: 'Source', effective: 'In force from', imported: 'Imported', counts: 'Counts by level', ofOfficial: '{{level}} {{n}} of {{official}}', noOfficial: '{{level}} {{n}}', signed: 'Signed for by {{name}}', rows: '{{n}} pairs', empty: 'No such code.',
    import: 'Import the official table', importTitle: 'Import the official table: {{name}}', importNote: 'Official layout, headers in the first row (code, name, level, parent). No code is deleted.', file: 'File', versionHint: 'Such as GB/T 4754-2017', sign: 'The counts differ from the official ones; I have checked them and sign for the file', done: '{{added}} added, {{changed}} changed, {{superseded}} superseded.', verb: 'Write', differs: '{{level}}: {{count}} in the file, {{official}} official',
  },
}
