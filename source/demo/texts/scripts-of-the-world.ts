/** Text that is hard for a terminal: wide characters, sequences that form one character, and right-to-left lines. */
export const scriptsOfTheWorld = `# Text that is hard to measure

**Wide characters.** 日本語のテキストは、一文字が二桁の幅になります。中文字符也占两列宽。한국어도 두 칸을 차지합니다. Full-width Ｌａｔｉｎ and half-width ｶﾀｶﾅ.

**Emoji that are one character made of many.** A family 👨‍👩‍👧‍👦, a woman technician 👩🏽‍💻, a rainbow flag 🏳️‍🌈, a pirate flag 🏴‍☠️, a heart ❤️ and its plain form ❤, thumbs 👍🏻👍🏿, a keycap 1️⃣, couples 👩‍❤️‍👨.

**Flags.** 🇩🇪 🇫🇷 🇯🇵 🇧🇷 🇳🇿 and Scotland 🏴󠁧󠁢󠁳󠁣󠁴󠁿.

**Combining marks.** Precomposed é and composed é, a name in Vietnamese: Nguyễn, stacked marks: Z̷̢͠a̸͓͝l̵̰̚g̶̬̈o̷͖͒, Devanagari: नमस्ते दुनिया, Thai: สวัสดีชาวโลก, Tamil: வணக்கம் உலகம்.

**Right to left.** שלום עולם. مرحبا بالعالم. A sentence with عربي in the middle, and the number 123 in עברית 456.

| script | a word | columns |
| --- | --- | --- |
| Chinese | 你好 | 4 |
| Korean | 안녕 | 4 |
| Emoji | 👨‍👩‍👧 | 2 |
| Latin | héllo | 5 |

Signs outside the basic plane: 𝔘𝔫𝔦𝔠𝔬𝔡𝔢, 𠜎 𠜱 𠝹, 𓀀 𓂀. Spaces that differ: a\u00a0b, a\u2003b, a\u3000b. A soft\u00adhyphen and a zero-width\u200bspace.`;
