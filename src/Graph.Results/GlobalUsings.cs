global using System.Collections.Immutable;
global using Graph.Core;
