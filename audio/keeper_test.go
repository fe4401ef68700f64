package audio

import (
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func TestKeeperPassesCommandsAndReportsOn(t *testing.T) {
	var read []int64
	part := well(nil)
	parts := []func(*actor){func(a *actor) {
		go a.say(Report{Heard: &Heard{ID: 9, Frame: 8, At: 7}})
		part = well(func(c Command) { read = append(read, c.Play.ID) })
		part(a)
	}}
	inNursery(t, parts, func(n *nursery) {
		n.Send(Command{Play: &Play{ID: 99}}) // for nobody
		n.Want(true)
		play := Play{ID: 1}
		n.Send(Command{Play: &play})
		play.ID = 77 // the sender may go on using it
		n.Send(Command{Play: &Play{ID: 2}})
		synctest.Wait()
		n.expect(OK, Heard{ID: 9, Frame: 8, At: 7}) // Starting was replaced by OK
		if !slices.Equal(read, []int64{1, 2}) {
			t.Errorf("the child was told of plays %v", read)
		}
	})
}

func TestKilledChildIsReplacedAtOnce(t *testing.T) {
	inNursery(t, []func(*actor){well(nil)}, func(n *nursery) {
		n.Want(true)
		n.expect(Starting, OK)
		n.pass(time.Minute)
		n.actor(0).Kill()
		at := time.Now()
		n.expect(Lost, Started{}, OK)
		if took := time.Since(at); took > time.Second {
			t.Errorf("it took %v", took)
		}
		if why := n.Reason(); why == nil || !strings.Contains(why.Error(), "killed") {
			t.Errorf("the reason is %v", why)
		}
	})
}

func TestNoDeviceIsTriedAgainEverMoreSlowly(t *testing.T) {
	inNursery(t, []func(*actor){fails, nil, fails, fails, fails, well(nil)}, func(n *nursery) {
		n.Want(true)
		n.expect(Starting, None)
		n.pass(time.Minute)
		want := []time.Duration{1 * time.Second, 2 * time.Second, 4 * time.Second, 4 * time.Second, 4 * time.Second}
		if got := n.starts(); !slices.Equal(got, want) {
			t.Errorf("it tried again after %v", got)
		}
		n.expect(Started{}, OK)
	})
}

func TestHealthyAgainIsTriedQuicklyAgain(t *testing.T) {
	shortly := func(a *actor) {
		a.say(Report{State: stateReady})
		fails(a)
	}
	inNursery(t, []func(*actor){fails, shortly, shortly, well(nil)}, func(n *nursery) {
		n.Want(true)
		n.expect(Starting, None)
		n.pass(time.Second)
		n.expect(Started{}, Lost) // OK came and went before anybody looked
		n.pass(time.Minute)
		n.actor(3).Kill()
		n.pass(time.Second)
		want := []time.Duration{1 * time.Second, 2 * time.Second, 4 * time.Second, 54*time.Second + atOnce}
		if got := n.starts(); !slices.Equal(got, want) {
			t.Errorf("it tried again after %v", got)
		}
	})
}

func TestChildThatSaysNothingIsReplaced(t *testing.T) {
	inNursery(t, []func(*actor){mute, garbles, func(a *actor) { <-a.killed }, well(nil)}, func(n *nursery) {
		n.Want(true)
		n.expect(Starting, OK)
		at := time.Now()
		n.expect(Lost)
		if took := time.Since(at); took != quiet {
			t.Errorf("it waited %v", took)
		}
		synctest.Wait()
		select {
		case <-n.actor(0).killed:
		default:
			t.Error("it was not killed at once")
		}
		n.pass(30 * time.Second)
		n.expect(Started{}, OK)
		for i := range 3 {
			select {
			case <-n.actor(i).finished:
			default:
				t.Errorf("child %d runs on", i)
			}
		}
	})
}

func TestChildThatReadsNothingNeverHoldsTheSenderUp(t *testing.T) {
	inNursery(t, []func(*actor){deaf}, func(n *nursery) {
		n.Want(true)
		n.expect(Starting, OK)
		for range 10 * mailbox {
			n.Send(Command{Sound: loud()})
		}
		n.expect(Lost, Started{}, OK)
		if n.Reason() == nil {
			t.Error("there is no reason")
		}
	})
}

func TestUnwantedChildEnds(t *testing.T) {
	inNursery(t, []func(*actor){well(nil), deaf}, func(n *nursery) {
		n.Want(true)
		n.Want(true)
		n.expect(Starting, OK)
		n.Want(false)
		n.Want(false)
		<-n.actor(0).finished
		n.Want(true)
		n.expect(Starting, OK)
		n.Want(false)
		at := time.Now()
		<-n.actor(1).finished // it does not end by itself
		if took := time.Since(at); took != grace {
			t.Errorf("it was killed after %v", took)
		}
		n.pass(time.Minute)
		if again := len(n.starts()); again != 1 {
			t.Errorf("%d children were started after the first", again)
		}
	})
}

func TestWantedAgainAtOnceIsAFreshChild(t *testing.T) {
	inNursery(t, []func(*actor){well(nil)}, func(n *nursery) {
		n.Want(true)
		n.expect(Starting, OK)
		n.Want(false)
		n.Want(true)
		n.expect(Starting, OK)
		synctest.Wait()
		select {
		case <-n.actor(0).finished:
		default:
			t.Error("the old one runs on")
		}
	})
}

func TestNobodyTakesEvents(t *testing.T) {
	busy := func(a *actor) {
		a.say(Report{State: stateReady})
		for i := range int64(100) {
			a.say(Report{Heard: &Heard{ID: i}})
		}
		mute(a)
	}
	inNursery(t, []func(*actor){busy}, func(n *nursery) {
		n.Want(true)
		synctest.Wait()
		n.expect(OK, Heard{ID: 99})
		n.pass(10 * time.Second)
		n.expect(Started{}, OK, Heard{ID: 99})
	})
}

func TestCloseWaitsForTheChild(t *testing.T) {
	inNursery(t, []func(*actor){deaf}, func(n *nursery) {
		n.Want(true)
		n.expect(Starting, OK)
		n.Close()
		select {
		case <-n.actor(0).finished:
		default:
			t.Error("the child runs on")
		}
		n.Want(true) // comes too late, and must not wait
		n.Send(Command{})
	})
}
