using System.Globalization;
using Graph.Cli.Rendering;
using Graph.Cli.Sessions;
using Graph.Query;

namespace Graph.Cli.Repl;

/// <summary>What a user may set for a session; <c>:set</c> keeps it for the next ones.</summary>
internal sealed class PromptSettings
{
    /// <summary>More than a screen, less than anybody scrolls back over.</summary>
    public const long DefaultRowLimit = 50;

    public OutputFormat Mode { get; set; } = OutputFormat.Auto;

    /// <summary>How many rows are shown on a terminal; null for all.</summary>
    public long? RowLimit { get; set; } = DefaultRowLimit;

    /// <summary>Nodes and relations come with all properties, not by their captions.</summary>
    public bool ShowProperties { get; set; }

    public bool ShowTime { get; set; } = true;

    /// <summary>
    /// Whether results longer than the window go through the pager; null for only where more rows were asked for than usual.
    /// </summary>
    public bool? UsePager { get; set; }

    public TimeSpan? Timeout { get; set; }

    public QueryLimits GetLimits(QueryLimits given) => given with { Timeout = Timeout };
}

/// <param name="Values">The words it takes, or what they look like.</param>
/// <param name="TrySet">False for a word that it does not take.</param>
internal sealed record SettingDefinition(
    string Name, string Values, string Description, Func<PromptSettings, string> Get, Func<PromptSettings, string, bool> TrySet)
{
    private const string All = "all";
    private const string None = "none";
    private const string Switch = "on|off";
    private const string Automatic = "auto";

    public static readonly ImmutableArray<SettingDefinition> Every =
    [
        new(
            "mode",
            string.Join('|', OutputFormats.Names),
            "How results are written.",
            settings => OutputFormats.GetName(settings.Mode),
            SetMode),
        new("rows", "N|all", "How many rows a table shows.", settings => Format(settings.RowLimit), SetRows),
        new("props", Switch, "Nodes and relations with all their properties.", settings => Format(settings.ShowProperties),
            (settings, word) => SetSwitch(word, value => settings.ShowProperties = value)),
        new("timing", Switch, "How long each answer took.", settings => Format(settings.ShowTime),
            (settings, word) => SetSwitch(word, value => settings.ShowTime = value)),
        new("timeout", "TIME|none", "When a query is stopped.", settings => Format(settings.Timeout), SetTimeout),
        new(
            "pager",
            $"{Automatic}|{Switch}",
            "Results longer than the window through less; auto: only where :rows asks for more than usual.",
            settings => settings.UsePager is { } isOn ? Format(isOn) : Automatic,
            SetPager),
    ];

    public static SettingDefinition? Find(string name) => Every.FirstOrDefault(setting => setting.Name == name);

    private static string Format(bool value) => value ? "on" : "off";

    private static string Format(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? All;

    private static string Format(TimeSpan? value) =>
        value is { } time ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0}ms") : None;

    private static bool SetMode(PromptSettings settings, string word)
    {
        if (OutputFormats.Parse(word) is not { } mode)
            return false;

        settings.Mode = mode;
        return true;
    }

    private static bool SetRows(PromptSettings settings, string word)
    {
        var isNumber = long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && rows > 0;
        if (!isNumber && word != All)
            return false;

        settings.RowLimit = isNumber ? rows : null;
        return true;
    }

    private static bool SetTimeout(PromptSettings settings, string word)
    {
        if (word is None or "off" or "0")
        {
            settings.Timeout = null;
            return true;
        }

        if (LimitParser.ParseTime(word) is not { } time)
            return false;

        settings.Timeout = time;
        return true;
    }

    private static bool SetPager(PromptSettings settings, string word)
    {
        if (word != Automatic)
            return SetSwitch(word, value => settings.UsePager = value);

        settings.UsePager = null;
        return true;
    }

    private static bool SetSwitch(string word, Action<bool> set)
    {
        if (word is not ("on" or "off"))
            return false;

        set(word == "on");
        return true;
    }
}
