using Graph.Query.Types;

namespace Graph.Query.Execution;

internal static class NullColumns
{
    public static Column Create(TypeKind kind, int count) => kind switch
    {
        TypeKind.Node => new NodeColumn(CreateIds(count)),
        TypeKind.Edge => new EdgeColumn(CreateIds(count)),
        _ => ConstantColumn.Null,
    };

    private static int[] CreateIds(int count)
    {
        var ids = new int[count];
        Array.Fill(ids, -1);
        return ids;
    }
}
