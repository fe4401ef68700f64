package desktop

import (
	"net/url"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"
)

// iconFile is where the application's icon is installed, a picture rather than a drawing where there is a choice, or "".
func iconFile() string {
	for _, folder := range append([]string{xdg.DataHome}, xdg.DataDirs...) {
		for _, name := range []string{"512x512/apps/" + ID + ".png", "256x256/apps/" + ID + ".png", "scalable/apps/" + ID + ".svg"} {
			path := filepath.Join(folder, "icons", "hicolor", name)
			if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
				return path
			}
		}
	}
	return ""
}

func fileURL(path string) string { return (&url.URL{Scheme: "file", Path: path}).String() }
