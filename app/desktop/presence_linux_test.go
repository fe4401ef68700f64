package desktop

import (
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

func TestTheMediaControlsTellOfChangesAndNeverOfThePosition(t *testing.T) {
	r := newRoom(t)
	g := r.guest()
	p := r.appears(newHand())
	g.meets(mediaName, true)
	changed := func(what string) map[string]dbus.Variant {
		t.Helper()
		body := g.hears(propertiesFace+".PropertiesChanged", func(body []any) bool {
			_, is := body[1].(map[string]dbus.Variant)[what]
			return is && body[0] == playerFace
		})
		news := body[1].(map[string]dbus.Variant)
		if _, is := news["Position"]; is {
			t.Error("the position is told")
		}
		return news
	}
	s := playing(7, 13*sec)
	s.Title, s.Line, s.Volume = "Kind moment", "I see you.", 40
	p.Show(s)
	news := changed("PlaybackStatus")
	track := news["Metadata"].Value().(map[string]dbus.Variant)
	if news["PlaybackStatus"].Value() != "Playing" || news["Volume"].Value() != 0.4 || news["CanPause"].Value() != true ||
		track["xesam:title"].Value() != "Kind moment" || track["mpris:length"].Value() != int64(60_000_000) ||
		track["xesam:artist"].Value().([]string)[0] != "I see you." || track["mpris:trackid"].Value() != dbus.ObjectPath("/app/kindhum/track/7") {
		t.Errorf("%v", news)
	}
	if at := g.hears(playerFace+".Seeked", nil)[0]; at != int64(10_000_000) { // something new that is not at its beginning
		t.Errorf("seeked to %v", at)
	}
	if at := g.get(mediaPath, playerFace, "Position"); at != int64(10_000_000) {
		t.Errorf("it is at %v", at)
	}
	s.Playback, s.Clock.Running = Paused, false
	p.Show(s)
	if news := changed("PlaybackStatus"); len(news) != 1 {
		t.Errorf("more than that has changed: %v", news)
	}
	s.Tone, s.Length, s.Line = true, 0, ""
	p.Show(s)
	track = changed("Metadata")["Metadata"].Value().(map[string]dbus.Variant)
	if _, timed := track["mpris:length"]; timed || track["xesam:title"].Value() != "desk-tone" || track["xesam:artist"].Value().([]string)[0] != "Kindhum" {
		t.Errorf("%v", track)
	}
	p.Show(State{Playback: Stopped, Volume: 40})
	track = changed("PlaybackStatus")["Metadata"].Value().(map[string]dbus.Variant)
	if track["mpris:trackid"].Value() != noTrack || track["xesam:title"].Value() != "Hum breath" {
		t.Errorf("%v", track)
	}
}

func TestWhatTheMediaControlsAskFor(t *testing.T) {
	r := newRoom(t)
	g, h := r.guest(), newHand()
	r.appears(h)
	g.meets(mediaName, true)
	for method, want := range map[string]Act{
		playerFace + ".Play": Play, playerFace + ".Pause": Pause, playerFace + ".PlayPause": Toggle, playerFace + ".Stop": Stop,
		mediaFace + ".Raise": Open, mediaFace + ".Quit": Quit,
	} {
		if err := g.asks(mediaPath, method).Err; err != nil {
			t.Errorf("%s: %v", method, err)
		}
		if w := h.wished(t); w.Act != want {
			t.Errorf("%s: wished %+v", method, w)
		}
	}
	player := g.conn.Object(mediaName, mediaPath)
	for to, want := range map[float64]int{0: 0, 0.505: 51, 1: 100, -3: 0, 7: 100} {
		if err := player.SetProperty(playerFace+".Volume", dbus.MakeVariant(to)); err != nil {
			t.Error(err)
		}
		if w := h.wished(t); w.Act != SetVolume || w.Volume != want {
			t.Errorf("volume %v: wished %+v", to, w)
		}
	}
	for name, to := range map[string]any{"Volume": "loud", "Metadata": 1.0, "Position": int64(3), "Colour": 1.0} {
		if player.SetProperty(playerFace+"."+name, dbus.MakeVariant(to)) == nil {
			t.Errorf("%s can be set to %v", name, to)
		}
	}
	for _, quiet := range []*dbus.Call{
		g.asks(mediaPath, playerFace+".Next"), g.asks(mediaPath, playerFace+".Previous"), g.asks(mediaPath, playerFace+".Seek", int64(1)),
		g.asks(mediaPath, playerFace+".SetPosition", noTrack, int64(1)),
	} {
		if quiet.Err != nil {
			t.Error(quiet.Err)
		}
	}
	if g.asks(mediaPath, playerFace+".OpenUri", "file:///a.mp3").Err == nil {
		t.Error("it plays files")
	}
}

// All that the specification makes mandatory is answered, by name and as a whole.
func TestNoMandatoryPropertyIsMissing(t *testing.T) {
	r := newRoom(t)
	g := r.guest()
	r.appears(newHand())
	g.meets(mediaName, true)
	for face, kinds := range map[string]map[string]string{
		mediaFace: {
			"CanQuit": "b", "CanRaise": "b", "HasTrackList": "b", "Identity": "s", "SupportedUriSchemes": "as", "SupportedMimeTypes": "as",
			"DesktopEntry": "s",
		},
		playerFace: {
			"PlaybackStatus": "s", "Rate": "d", "Metadata": "a{sv}", "Volume": "d", "Position": "x", "MinimumRate": "d", "MaximumRate": "d",
			"CanGoNext": "b", "CanGoPrevious": "b", "CanPlay": "b", "CanPause": "b", "CanSeek": "b", "CanControl": "b",
		},
	} {
		var all map[string]dbus.Variant
		if err := g.asks(mediaPath, propertiesFace+".GetAll", face).Store(&all); err != nil {
			t.Fatal(err)
		}
		for name, kind := range kinds {
			v, err := g.conn.Object(mediaName, mediaPath).GetProperty(face + "." + name)
			if err != nil || v.Signature().String() != kind || all[name].Signature().String() != kind {
				t.Errorf("%s: %v, %v", name, v, err)
			}
		}
	}
}

func TestABusThatComesBackIsFoundAgain(t *testing.T) {
	r := newRoom(t)
	g := r.guest()
	p := r.appears(newHand())
	g.meets(mediaName, true)
	p.Show(playing(1, 3*sec))
	r.close()
	p.Show(playing(2, 3*sec)) // nobody sees it, and nobody is held up
	r.open()
	g = r.guest()
	g.meets(mediaName, true)
	g.meets(ID, true)
	if status := g.get(mediaPath, playerFace, "PlaybackStatus"); status != "Playing" {
		t.Errorf("it is %v", status)
	}
}

// A client may know of a bus that the player was not told of when it started.
func TestTheBusOfTheNewestClientIsFound(t *testing.T) {
	r := newRoom(t)
	g := r.guest()
	address := busHere()
	t.Setenv(variableBus, "unix:path=/nonexistent")
	p := r.appears(newHand())
	p.Find("tcp:host=localhost,port=1")
	p.Find(address)
	g.meets(mediaName, true)
}

func TestTheScreenStaysOnAsLongAsIsWished(t *testing.T) {
	for _, c := range []struct {
		name, path, face, keep, free string
		answer                       any
	}{
		{saverName, string(saverPath), saverName, "Inhibit", "UnInhibit", nil},
		{portalName, string(portalPath), "org.freedesktop.portal.Inhibit", "Inhibit", "Close", nil},
	} {
		r := newRoom(t)
		g := r.guest()
		kept, freed := make(chan bool, 9), make(chan bool, 9)
		if c.name == saverName {
			g.offers(c.name, saverPath, saverName, map[string]any{
				"Inhibit":   func(string, string) (uint32, *dbus.Error) { kept <- true; return 5, nil },
				"UnInhibit": func(cookie uint32) *dbus.Error { freed <- cookie == 5; return nil },
			})
		} else {
			handle := dbus.ObjectPath("/org/freedesktop/portal/desktop/request/1/2")
			err := g.conn.ExportMethodTable(map[string]any{"Close": func() *dbus.Error { freed <- true; return nil }}, handle, "org.freedesktop.portal.Request")
			if err != nil {
				t.Fatal(err)
			}
			g.offers(c.name, portalPath, c.face, map[string]any{
				"Inhibit": func(_ string, flags uint32, _ map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
					kept <- flags == 8 // idle alone: never a suspend
					return handle, nil
				},
			})
		}
		p := r.appears(newHand())
		s := playing(1, 3*sec)
		for range 2 {
			s.Awake = true
			p.Show(s)
			if !happens(t, kept) {
				t.Errorf("%s: asked for more than that", c.name)
			}
			s.Awake = false
			p.Show(s)
			if !happens(t, freed) {
				t.Errorf("%s: another one was let go", c.name)
			}
		}
		if len(kept)+len(freed) > 0 {
			t.Errorf("%s: asked more often than needed", c.name)
		}
	}
}

// happens waits for something, and says how it was.
func happens[T any](t *testing.T, what <-chan T) T {
	t.Helper()
	select {
	case how := <-what:
		return how
	case <-time.After(within):
		t.Fatal("it did not happen")
		panic("unreachable")
	}
}
