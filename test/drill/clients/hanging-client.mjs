// Never ends, and neither does what it has started.
import {spawn} from 'node:child_process';

spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], {stdio: 'inherit'});
setInterval(() => {}, 1000);
