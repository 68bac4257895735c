using Graph.Cli.Sessions;

namespace Graph.Cli.Repl;

/// <summary>The settings over sessions: a text file, a name and a value on each line.</summary>
internal sealed class SettingsFile(string path)
{
    /// <summary><c>$XDG_CONFIG_HOME/graph/settings</c>, by default below <c>~/.config</c>; null where there is no home.</summary>
    public static SettingsFile? Default(CommandHost host) =>
        Graph.Terminal.UserFolders.FindConfiguration(host.GetVariable) is { } folder
            ? new SettingsFile(System.IO.Path.Combine(folder, "graph", "settings"))
            : null;

    private string Path => path;

    /// <summary>Sets what the file says; a line that says nothing known is told and left alone.</summary>
    public void Load(PromptSettings settings, TextWriter error)
    {
        try
        {
            if (!File.Exists(Path))
                return;

            foreach (var line in File.ReadLines(Path).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
            {
                var words = line.Split(' ', 2, StringSplitOptions.TrimEntries);
                if (words.Length < 2 || SettingDefinition.Find(words[0]) is not { } setting || !setting.TrySet(settings, words[1]))
                    error.Write($"warning: the settings file says '{Terminal.VisibleText.Show(line)}', which is no setting\n");
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            error.Write("The settings cannot be read, so this session has the usual ones.\n");
        }
    }

    /// <summary>
    /// Sets one setting of the file and leaves the others as they are there, whatever they are in this session. What is as usual is not
    /// written.
    /// </summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Keep(SettingDefinition changed, string value)
    {
        var settings = new PromptSettings();
        Load(settings, TextWriter.Null);
        changed.TrySet(settings, value);
        var usual = new PromptSettings();
        var lines = SettingDefinition.Every
            .Where(setting => setting.Get(settings) != setting.Get(usual))
            .Select(setting => $"{setting.Name} {setting.Get(settings)}\n");
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        WholeFile.WriteText(Path, string.Concat(lines));
    }
}
