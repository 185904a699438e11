/** Macaws and clay licks in the Amazon. */
export const macaws = `# Macaws at the clay lick

Soon after sunrise, along certain river banks of the western Amazon, hundreds of parrots and macaws come down to a bare cliff and eat the earth. Such a place is called a *clay lick*, in Peru a **collpa**. The best known ones lie in the Tambopata region of south-eastern Peru.

## Who comes

| species | colours | length |
| --- | --- | --- |
| Red-and-green macaw | deep red, green and blue wings | about 90 cm |
| Scarlet macaw | bright red, yellow and blue wings | about 85 cm |
| Blue-and-yellow macaw | blue above, golden below | about 85 cm |

Smaller birds come too: mealy and yellow-crowned amazons, blue-headed parrots, and parakeets by the dozen. Often the small ones arrive first and the large macaws follow.

## How a morning goes

1. At first light, pairs and families gather in the trees above the bank. They are noisy, and they look around for a long time.
2. One bird flies down and clings to the clay. If nothing happens, others follow, and within minutes the bank is covered with colour.
3. They bite off lumps and eat them, often for half an hour or more.
4. An alarm call, the shadow of a hawk, or a boat that comes too near, and the whole flock goes up at once.

## Why they eat clay

Two explanations are discussed, and they do not exclude each other.

- **Protection.** Many seeds and unripe fruits hold toxic or bitter compounds. Clay binds some of these in the gut. Experiments with captive amazon parrots found that clay lowered how much of a plant alkaloid reached the blood.
- **Salt.** Far from the sea, rain and plants carry little sodium. Along the Tambopata the birds prefer the layers that are richest in sodium, and clay licks are used most in the western basin, where sodium is scarcest. Today most researchers think that this is the main reason.

Use of the licks rises in the breeding season, and parents feed clay to their chicks.

## Seeing one

Visitors watch from a blind or from a boat on the far side of the river, quietly and at a distance: a flock that has been disturbed may not return that day. The dry months are the best time, since the birds mostly stay away in the rain.`;
