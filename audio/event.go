package audio

// Event is what a Keeper has to tell: Started, a Health, or a Heard.
type Event interface{ event() }

// Started says that a child is up in the place of one that was lost. It has been told nothing yet:
// send it the sound, and what plays, anchored to where it is. The device may yet fail.
type Started struct{}

// Health is how the sound is. It is told when it changes.
type Health string

// The states of health.
const (
	Starting Health = "starting" // no outcome yet
	OK       Health = "ok"
	Lost     Health = "lost" // it was there; another try follows
	None     Health = "none" // there never was a device; another try follows
)

func (Started) event() {}
func (Health) event()  {}
func (Heard) event()   {}

// outbox holds events until somebody takes them. It never grows: a newer Heard replaces an
// older one, a newer Health an older, and one Started is as good as two.
type outbox struct {
	lasting []Event // at most one Started and one Health, in their order
	heard   *Heard
}

// put adds an event.
func (o *outbox) put(e Event) {
	switch e := e.(type) {
	case Heard:
		o.heard = &e
		return
	case Started:
		o.heard = nil // of the child before
		o.drop(func(old Event) bool { _, is := old.(Started); return is })
	case Health:
		o.drop(func(old Event) bool { _, is := old.(Health); return is })
	}
	o.lasting = append(o.lasting, e)
}

func (o *outbox) drop(match func(Event) bool) {
	kept := o.lasting[:0]
	for _, e := range o.lasting {
		if !match(e) {
			kept = append(kept, e)
		}
	}
	o.lasting = kept
}

// first is the event to be taken next, or nil.
func (o *outbox) first() Event {
	switch {
	case len(o.lasting) > 0:
		return o.lasting[0]
	case o.heard != nil:
		return *o.heard
	}
	return nil
}

// taken removes the first event.
func (o *outbox) taken() {
	if len(o.lasting) > 0 {
		o.lasting = append(o.lasting[:0], o.lasting[1:]...)
		return
	}
	o.heard = nil
}
