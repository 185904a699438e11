import {choices, type SlashCommand} from './slash-command.js';
import {said} from './slash-reply.js';

/** Attaches files by their paths. */
export const attachCommand: SlashCommand = {
	name: 'attach',
	argument: '[path]',
	summary: 'attach a picture, a PDF or a text; @ in a prompt lists files',
	isChoice: true,
	present: () => 'Attach a picture, a PDF or a text.',
	choices: ({listedFiles}) =>
		choices(
			listedFiles().items,
			null,
			listedFiles().isLoading ? 'Listing the files …' : 'No file here matches. Any path can be typed.',
		),
	run: argument => ({...said(null), attach: argument}),
};
