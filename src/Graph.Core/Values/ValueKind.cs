namespace Graph.Core;

public enum ValueKind : byte
{
    Null,
    Boolean,
    Integer,
    Float,
    String,
    Date,
    List,
    Map,
    Node,
    Edge,
    Path,
    LocalTime,
    Time,
    LocalDateTime,
    DateTime,
    Duration,
    Point,
}
