// Package device plays blocks of sound on the speaker. It is the only package
// that knows which library does it: everything else sees a Device, which pulls
// from a Source.
//
// Behind Pull lie two queues. The first is ours to count and to drop: up to two
// blocks of 120 ms. The second, about 100 ms, belongs to the sound server or the
// card; nothing takes back what is in it. So what a source renders is heard 150
// to 340 ms later, and a gain, which acts between the two queues, 100 to 150 ms later.
//
//	d, err := device.Open(device.Options{Name: "Kindhum"})
//	<-d.Ready() // with a limit: some machines never answer
//	d.Start(source)
//
// The package never opens a network connection: a sound server that is named
// by an internet address is passed over (see Local). It never starts a second
// device in one process, because the library cannot: who loses one ends the
// process and starts another.
package device
