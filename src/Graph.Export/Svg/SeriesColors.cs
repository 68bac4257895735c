namespace Graph.Export;

/// <summary>Colours for things that have none of their own, told apart also by those who see fewer colours.</summary>
internal static class SeriesColors
{
    private static readonly Color[] InTurn =
    [
        new(0x3b, 0x7d, 0xc4), new(0xe6, 0x9f, 0x2d), new(0x2a, 0x9d, 0x7f), new(0xc9, 0x5d, 0x63), new(0x7d, 0x6b, 0xb5),
        new(0x8a, 0xa8, 0x3c), new(0x4f, 0xb3, 0xc9), new(0xb0, 0x72, 0x4e),
    ];

    public static readonly Color Other = new(0x9a, 0xa0, 0xa8);

    public static int Count => InTurn.Length;

    public static Color Get(int index) => InTurn[index % InTurn.Length];
}
