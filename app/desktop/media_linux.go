package desktop

import (
	"fmt"
	"math"

	"github.com/godbus/dbus/v5"
)

// The media controls: MPRIS 2 (specifications.freedesktop.org/mpris-spec).
const (
	mediaName  = "org.mpris.MediaPlayer2." + ID
	mediaPath  = dbus.ObjectPath("/org/mpris/MediaPlayer2")
	mediaFace  = "org.mpris.MediaPlayer2"
	playerFace = "org.mpris.MediaPlayer2.Player"
	// noTrack is what plays where nothing does.
	noTrack = dbus.ObjectPath("/org/mpris/MediaPlayer2/TrackList/NoTrack")
)

// media is the player as the media controls see it.
type media struct {
	*stage
	who   Player
	art   string // the icon's address, or ""
	told  values // of the player, as everybody knows it
	opens bool   // as everybody knows it
}

func newMedia(s *stage, who Player) *media {
	m := &media{stage: s, who: who}
	if path := iconFile(); path != "" {
		m.art = fileURL(path)
	}
	return m
}

func (m *media) export() error {
	do := func(act Act) func() *dbus.Error { return func() *dbus.Error { return m.ask(m.who, Wish{Act: act}) } }
	nothing := func() *dbus.Error { return nil } // CanGoNext and the like say so
	return m.object(mediaPath, mediaXML, properties{m.properties, m.set}, map[string]map[string]any{
		mediaFace: {"Raise": do(Open), "Quit": do(Quit)},
		playerFace: {
			"Play": do(Play), "Pause": do(Pause), "PlayPause": do(Toggle), "Stop": do(Stop),
			"Next": nothing, "Previous": nothing,
			"Seek":        func(int64) *dbus.Error { return nil },
			"SetPosition": func(dbus.ObjectPath, int64) *dbus.Error { return nil },
			"OpenUri": func(string) *dbus.Error {
				return dbus.NewError("org.freedesktop.DBus.Error.NotSupported", []any{"Kindhum plays no files"})
			},
		},
	})
}

// begin is before anybody can ask: nobody needs to be told of what is so then.
func (m *media) begin(s State) { m.told, m.opens = m.playing(s), s.Opens }

// show tells of what has changed.
func (m *media) show(s State, seeked bool) {
	is := m.playing(s)
	m.tell(mediaPath, playerFace, changes(m.told, is))
	if s.Opens != m.opens {
		m.tell(mediaPath, mediaFace, values{"CanRaise": property(s.Opens)})
	}
	m.told, m.opens = is, s.Opens
	if seeked {
		m.emit(mediaPath, playerFace+".Seeked", s.Position(m.Now()).Microseconds())
	}
}

// properties are all there are.
func (m *media) properties() map[string]values {
	s := m.current()
	player := m.playing(s)
	player["Position"] = property(s.Position(m.Now()).Microseconds())
	return map[string]values{playerFace: player, mediaFace: {
		"CanQuit": property(true), "CanRaise": property(s.Opens), "HasTrackList": property(false),
		"Identity": property(appName), "DesktopEntry": property(ID),
		"SupportedUriSchemes": property([]string{}), "SupportedMimeTypes": property([]string{}),
	}}
}

// playing are the player's properties without its position, of which nobody is told.
func (m *media) playing(s State) values {
	return values{
		"PlaybackStatus": property(string(s.Playback)),
		"Metadata":       property(m.track(s)),
		"Volume":         property(float64(s.Volume) / 100),
		"Rate":           property(1.0), "MinimumRate": property(1.0), "MaximumRate": property(1.0),
		"CanGoNext": property(false), "CanGoPrevious": property(false), "CanSeek": property(false),
		"CanPlay": property(true), "CanPause": property(s.Playback != Stopped), "CanControl": property(true),
	}
}

// track is what plays; where nothing does, what Play would begin.
func (m *media) track(s State) values {
	track := values{"xesam:artist": property([]string{appName})}
	if m.art != "" {
		track["mpris:artUrl"] = property(m.art)
	}
	if s.Playback == Stopped {
		track["mpris:trackid"], track["xesam:title"] = property(noTrack), property(m.who.Last())
		return track
	}
	track["mpris:trackid"] = property(dbus.ObjectPath(fmt.Sprintf("/app/kindhum/track/%d", s.Track)))
	track["xesam:title"] = property(m.title(s))
	if s.Line != "" {
		track["xesam:artist"] = property([]string{s.Line})
	}
	if s.Length > 0 {
		track["mpris:length"] = property(s.Length.Microseconds())
	}
	return track
}

// title is what plays, in a few words.
func (p *Presence) title(s State) string {
	if s.Tone || s.Title == "" {
		return p.Text("desk_tone")
	}
	return s.Title
}

// set sets the volume. A rate other than the one there is cannot be had, and is no error by the specification.
func (m *media) set(face, name string, to any) *dbus.Error {
	n, is := to.(float64)
	switch {
	case face != playerFace || (name != "Volume" && name != "Rate"):
		return errReadOnly
	case !is || math.IsNaN(n):
		return errWrongArgs
	case name == "Rate":
		return nil
	}
	return m.ask(m.who, Wish{Act: SetVolume, Volume: int(math.Round(100 * min(max(n, 0), 1)))})
}
