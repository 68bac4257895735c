namespace Graph.Terminal;

/// <summary>The control sequences (ECMA-48) that are used, and no others.</summary>
public static class Ansi
{
    public const string EraseLine = "\e[2K";
    public const string EraseBelow = "\e[J";
    public const string EraseScreen = "\e[H\e[2J";
    public const string HideCursor = "\e[?25l";
    public const string ShowCursor = "\e[?25h";
    public const string BeginPasteMode = "\e[?2004h";
    public const string EndPasteMode = "\e[?2004l";
    public const string Reset = "\e[0m";

    public static string Up(int rows) => rows > 0 ? $"\e[{rows}A" : "";

    public static string Down(int rows) => rows > 0 ? $"\e[{rows}B" : "";

    public static string ToColumn(int column) => column > 0 ? $"\r\e[{column}C" : "\r";

    public static string Begin(TextStyle style) => style switch
    {
        TextStyle.Plain => "",
        TextStyle.Keyword => "\e[1;34m",
        TextStyle.String => "\e[32m",
        TextStyle.Number => "\e[36m",
        TextStyle.Type => "\e[33m",
        TextStyle.Member => "\e[35m",
        TextStyle.Parameter => "\e[36m",
        TextStyle.Comment or TextStyle.Faint => "\e[90m",
        TextStyle.Prompt => "\e[1m",
        TextStyle.Selected => "\e[7m",
        TextStyle.Error => "\e[1;31m",
        TextStyle.Warning => "\e[1;33m",
        TextStyle.Note => "\e[1;36m",
        TextStyle.Mark => "\e[1;4m",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Paint(string text, TextStyle style, bool useColor) =>
        useColor && style != TextStyle.Plain && text.Length > 0 ? $"{Begin(style)}{text}{Reset}" : text;
}
