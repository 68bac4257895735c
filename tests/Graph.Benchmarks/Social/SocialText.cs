using System.Globalization;

namespace Graph.Benchmarks;

/// <summary>Names, dates and texts of the social network, each given by a number.</summary>
internal static class SocialText
{
    /// <summary>How many days the network covers.</summary>
    public const int Days = 1096;

    private static readonly DateOnly FirstDay = new(2010, 1, 1);
    private static readonly string[] Syllables = ["ba", "cor", "du", "fel", "gi", "har", "jo", "kel", "lu", "mar", "nu", "pol", "ra", "sim", "tu", "ven"];
    private static readonly string[] Languages = ["en", "zh", "es", "hi", "de", "fr", "pt", "sv"];
    private static readonly string[] Browsers = ["Firefox", "Chrome", "Safari", "Opera", "Lynx"];

    private static readonly string[] Words =
    [
        "about", "they", "think", "maybe", "music", "great", "thanks", "right", "photo", "album", "history", "film", "good", "yes", "no",
        "roof", "river", "winter", "paper", "question", "always", "never", "again", "machine", "garden", "early", "letter", "station",
        "bread", "window",
    ];

    /// <summary>Another one for each number.</summary>
    public static string GetName(int number)
    {
        var name = "";
        for (var rest = number + Syllables.Length; rest > 0; rest /= Syllables.Length)
            name += Syllables[rest % Syllables.Length];
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    public static string GetFirstName(int number) => GetName(number * 7 % 256);

    public static string GetLanguage(int number) => Languages[number];

    public static string GetBrowser(int number) => Browsers[number];

    /// <param name="day">From the first day of the network; less than 0 for before.</param>
    public static string GetDate(int day) => FirstDay.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Words that begin with a tag, of about the length given in characters.</summary>
    public static string GetContent(int tag, int length, int start)
    {
        var text = $"On {GetName(tag)} {tag}:";
        for (var word = start; text.Length < length; word = word * 31 % 10007 + 7)
            text += " " + Words[word % Words.Length];
        return text;
    }
}
