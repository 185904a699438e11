import {Text} from 'ink';
export function SpokenChat(_: object) {
	return <Text>todo</Text>;
}
