// What an independent reader makes of a GIFT file: npm i gift-pegjs; node read.mjs FILE.gift > FILE.json
import fs from 'fs';
import {parse} from 'gift-pegjs';

const read = question => ({
  title: question.title,
  type: question.type,
  stem: question.stem.text,
  choices: question.choices.map(c => ({right: c.isCorrect, text: c.text.text, feedback: c.feedback?.text ?? null})),
  feedback: question.globalFeedback.text,
});
console.log(JSON.stringify(parse(fs.readFileSync(process.argv[2], 'utf8')).map(read), null, 1));
