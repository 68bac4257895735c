namespace Graph.Results;

/// <summary>The lines around the cells of a table.</summary>
internal sealed record TableFrame(
    string TopLeft, string TopJoint, string TopRight, string MiddleLeft, string MiddleJoint, string MiddleRight,
    string BottomLeft, string BottomJoint, string BottomRight, char Horizontal, char Vertical, string Ellipsis)
{
    public static readonly TableFrame Rounded = new("╭", "┬", "╮", "├", "┼", "┤", "╰", "┴", "╯", '─', '│', "…");
    public static readonly TableFrame Ascii = new("+", "+", "+", "+", "+", "+", "+", "+", "+", '-', '|', "...");

    public static TableFrame Of(bool isAscii) => isAscii ? Ascii : Rounded;

    public string Top(int[] widths) => Rule(widths, TopLeft, TopJoint, TopRight);

    public string Middle(int[] widths) => Rule(widths, MiddleLeft, MiddleJoint, MiddleRight);

    public string Bottom(int[] widths) => Rule(widths, BottomLeft, BottomJoint, BottomRight);

    private string Rule(int[] widths, string left, string joint, string right) =>
        $"{left}{string.Join(joint, widths.Select(width => new string(Horizontal, width + 2)))}{right}\n";
}
