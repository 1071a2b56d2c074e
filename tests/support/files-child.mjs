/**
 * Looks into a folder and reads its pages as somebody without rights: `node files-child.mjs FILES FOLDER`, FILES being
 * the address of the built src/adapters/files/. Writes a line for each problem: the reason or code, and the file.
 */
const [, , files, folder] = process.argv;
const { findFiles } = await import(new URL('walk.js', files));
const { readPageBytes } = await import(new URL('read.js', files));

// Rights are nothing to the superuser: become nobody.
if (process.getuid?.() === 0) process.setuid(65534);

const { files: found, problems } = await findFiles([folder]);
const tell = ({ remark, file }) => process.stdout.write(`${remark.details.reason ?? remark.code} ${file}\n`);
for (const problem of problems) tell(problem);
for (const file of found) {
  await readPageBytes(file).then((bytes) => process.stdout.write(`read ${file.name} ${bytes.length}\n`), tell);
}
