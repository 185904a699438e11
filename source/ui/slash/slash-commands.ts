import {attachCommand} from './attach-command.js';
import {cacheCommand} from './cache-command.js';
import {configCommand} from './config-command.js';
import {conversationCommands} from './conversation-commands.js';
import {demoCommand} from './demo-command.js';
import {fieldCommands} from './field-commands.js';
import {screenCommands} from './screen-commands.js';
import {sessionCommands} from './session-commands.js';
import {settingsCommands} from './settings-commands.js';
import type {SlashCommand} from './slash-command.js';
import {toolCommands} from './tool-commands.js';
import {viewCommands} from './view-commands.js';

/** Every command, in the order of the menu and the help. */
export const slashCommands: readonly SlashCommand[] = [
	...settingsCommands,
	...fieldCommands,
	cacheCommand,
	attachCommand,
	demoCommand,
	...conversationCommands,
	...toolCommands,
	...sessionCommands,
	configCommand,
	...viewCommands,
	...screenCommands,
];

export function findCommand(name: string): SlashCommand | undefined {
	return slashCommands.find(command => command.name === name);
}
