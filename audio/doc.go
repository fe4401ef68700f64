// Package audio is the sound as the player sees it, and the process that makes
// it.
//
// The player has a Keeper, which keeps a child process running while sound is
// wanted and starts another when one is lost. The child runs Child: it reads
// Commands, a line each, from its standard input, plays them, and writes
// Reports to its standard output.
//
//	player ── Keeper ──Command──> Child ──order──> source ──Pull──> device
//	                 <──Report───       <──place──
//
// Within the child, the main loop and the audio goroutine share nothing but
// atomics: the newest order wins, the newest place is read. The audio goroutine
// never waits, never locks and never allocates. What should be heard soon
// (volume, mute, a fade to silence) acts behind the queue through the device's gain;
// what should be heard well (a crossfade, another pitch) is left to the synthesiser.
//
// A process of its own, because the library for sound opens one device in a
// process's life, never lets go of it, and never comes back from a fault.
//
// The package keeps no time of the session: the player says where in the
// timeline to begin, the child says what was heard and when.
package audio
