using System.Runtime.InteropServices;

namespace Beleg.Warehouse.DuckDb;

/// <summary>The part of DuckDB's C interface that is used here (https://duckdb.org/docs/stable/clients/c/api), name by name.</summary>
/// <remarks>Functions that only read a field run without the garbage collector's transition; everything that may work, wait or allocate does not.</remarks>
internal static unsafe partial class NativeMethods
{
    private const string Library = "duckdb";

    internal const int Success = 0;

    /// <summary>Rows of one data chunk; fixed when the library is compiled, and checked when the first instance opens.</summary>
    internal const int VectorSize = 2048;

    static NativeMethods() => NativeLibrary.SetDllImportResolver(typeof(NativeMethods).Assembly, Resolve);

    private static nint Resolve(string name, System.Reflection.Assembly assembly, DllImportSearchPath? search)
    {
        if (name != Library)
            return 0;
        var file = OperatingSystem.IsWindows() ? "duckdb.dll" : OperatingSystem.IsMacOS() ? "libduckdb.dylib" : "libduckdb.so";
        return NativeLibrary.TryLoad(Path.Combine(AppContext.BaseDirectory, file), out var beside)
            ? beside
            : NativeLibrary.Load(name, assembly, search);
    }

    // Instance and connection
    [LibraryImport(Library)] internal static partial int duckdb_create_config(out nint config);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] internal static partial int duckdb_set_config(nint config, string name, string option);
    [LibraryImport(Library)] internal static partial void duckdb_destroy_config(ref nint config);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] internal static partial int duckdb_open_ext(string? path, out nint database, nint config, out nint error);
    [LibraryImport(Library)] internal static partial void duckdb_close(ref nint database);
    [LibraryImport(Library)] internal static partial int duckdb_connect(DatabaseHandle database, out nint connection);
    [LibraryImport(Library)] internal static partial void duckdb_disconnect(ref nint connection);
    [LibraryImport(Library)] internal static partial void duckdb_interrupt(ConnectionHandle connection);
    [LibraryImport(Library)] internal static partial nint duckdb_library_version();
    [LibraryImport(Library)] internal static partial ulong duckdb_vector_size();
    [LibraryImport(Library)] internal static partial void duckdb_free(nint memory);

    // Statement
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] internal static partial int duckdb_query(ConnectionHandle connection, string sql, NativeResult* result);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] internal static partial int duckdb_prepare(ConnectionHandle connection, string sql, out nint statement);
    [LibraryImport(Library)] internal static partial nint duckdb_prepare_error(nint statement);
    [LibraryImport(Library)] internal static partial void duckdb_destroy_prepare(ref nint statement);
    [LibraryImport(Library)] internal static partial ulong duckdb_nparams(StatementHandle statement);
    [LibraryImport(Library)] internal static partial int duckdb_clear_bindings(StatementHandle statement);
    [LibraryImport(Library)] internal static partial int duckdb_bind_value(StatementHandle statement, ulong index, nint value);
    [LibraryImport(Library)] internal static partial int duckdb_pending_prepared(StatementHandle statement, out nint pending);
    [LibraryImport(Library)] internal static partial int duckdb_pending_prepared_streaming(StatementHandle statement, out nint pending);
    [LibraryImport(Library)] internal static partial int duckdb_execute_pending(nint pending, NativeResult* result);
    [LibraryImport(Library)] internal static partial nint duckdb_pending_error(nint pending);
    [LibraryImport(Library)] internal static partial void duckdb_destroy_pending(ref nint pending);

    // Values to bind
    [LibraryImport(Library)] internal static partial nint duckdb_create_null_value();
    [LibraryImport(Library)] internal static partial nint duckdb_create_bool([MarshalAs(UnmanagedType.U1)] bool value);
    [LibraryImport(Library)] internal static partial nint duckdb_create_int32(int value);
    [LibraryImport(Library)] internal static partial nint duckdb_create_int64(long value);
    [LibraryImport(Library)] internal static partial nint duckdb_create_uint64(ulong value);
    [LibraryImport(Library)] internal static partial nint duckdb_create_hugeint(NativeHugeInt value);
    [LibraryImport(Library)] internal static partial nint duckdb_create_double(double value);
    [LibraryImport(Library)] internal static partial nint duckdb_create_decimal(NativeDecimal value);
    [LibraryImport(Library)] internal static partial nint duckdb_create_date(int days);
    [LibraryImport(Library)] internal static partial nint duckdb_create_timestamp(long microseconds);
    [LibraryImport(Library)] internal static partial nint duckdb_create_varchar_length(byte* text, ulong length);
    [LibraryImport(Library)] internal static partial nint duckdb_create_blob(byte* bytes, ulong length);
    [LibraryImport(Library)] internal static partial nint duckdb_create_list_value(nint childType, nint* values, ulong count);
    [LibraryImport(Library)] internal static partial void duckdb_destroy_value(ref nint value);

    // Result
    [LibraryImport(Library)] internal static partial nint duckdb_result_error(NativeResult* result);
    [LibraryImport(Library)] internal static partial void duckdb_destroy_result(NativeResult* result);
    [LibraryImport(Library)] internal static partial ulong duckdb_column_count(NativeResult* result);
    [LibraryImport(Library)] internal static partial nint duckdb_column_name(NativeResult* result, ulong column);
    [LibraryImport(Library)] internal static partial nint duckdb_column_logical_type(NativeResult* result, ulong column);
    [LibraryImport(Library)] internal static partial ulong duckdb_rows_changed(NativeResult* result);
    [LibraryImport(Library)] internal static partial nint duckdb_fetch_chunk(NativeResult result);

    // Data chunk and vector
    [LibraryImport(Library)] internal static partial nint duckdb_create_data_chunk(nint* types, ulong columns);
    [LibraryImport(Library)] internal static partial void duckdb_destroy_data_chunk(ref nint chunk);
    [LibraryImport(Library)] internal static partial void duckdb_data_chunk_reset(nint chunk);
    [LibraryImport(Library), SuppressGCTransition] internal static partial ulong duckdb_data_chunk_get_size(nint chunk);
    [LibraryImport(Library)] internal static partial void duckdb_data_chunk_set_size(nint chunk, ulong size);
    [LibraryImport(Library), SuppressGCTransition] internal static partial nint duckdb_data_chunk_get_vector(nint chunk, ulong column);
    [LibraryImport(Library), SuppressGCTransition] internal static partial void* duckdb_vector_get_data(nint vector);
    [LibraryImport(Library), SuppressGCTransition] internal static partial ulong* duckdb_vector_get_validity(nint vector);
    [LibraryImport(Library)] internal static partial void duckdb_vector_ensure_validity_writable(nint vector);
    [LibraryImport(Library)] internal static partial void duckdb_unsafe_vector_assign_string_element_len(nint vector, ulong row, byte* text, ulong length);
    [LibraryImport(Library), SuppressGCTransition] internal static partial nint duckdb_list_vector_get_child(nint vector);

    // Logical type
    [LibraryImport(Library)] internal static partial nint duckdb_create_logical_type(DuckDbType type);
    [LibraryImport(Library)] internal static partial void duckdb_destroy_logical_type(ref nint type);
    [LibraryImport(Library)] internal static partial DuckDbType duckdb_get_type_id(nint type);
    [LibraryImport(Library)] internal static partial byte duckdb_decimal_scale(nint type);
    [LibraryImport(Library)] internal static partial DuckDbType duckdb_decimal_internal_type(nint type);
    [LibraryImport(Library)] internal static partial DuckDbType duckdb_enum_internal_type(nint type);
    [LibraryImport(Library)] internal static partial uint duckdb_enum_dictionary_size(nint type);
    [LibraryImport(Library)] internal static partial nint duckdb_enum_dictionary_value(nint type, ulong index);
    [LibraryImport(Library)] internal static partial nint duckdb_list_type_child_type(nint type);

    // Scalar function
    [LibraryImport(Library)] internal static partial nint duckdb_create_scalar_function();
    [LibraryImport(Library)] internal static partial void duckdb_destroy_scalar_function(ref nint function);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] internal static partial void duckdb_scalar_function_set_name(nint function, string name);
    [LibraryImport(Library)] internal static partial void duckdb_scalar_function_add_parameter(nint function, nint type);
    [LibraryImport(Library)] internal static partial void duckdb_scalar_function_set_return_type(nint function, nint type);
    [LibraryImport(Library)] internal static partial void duckdb_scalar_function_set_function(nint function, delegate* unmanaged[Cdecl]<nint, nint, nint, void> work);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] internal static partial void duckdb_scalar_function_set_error(nint call, string error);
    [LibraryImport(Library)] internal static partial int duckdb_register_scalar_function(ConnectionHandle connection, nint function);

    // Appender
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] internal static partial int duckdb_appender_create_ext(ConnectionHandle connection, string? catalog, string? schema, string table, out nint appender);
    [LibraryImport(Library)] internal static partial nint duckdb_appender_error(nint appender);
    [LibraryImport(Library)] internal static partial ulong duckdb_appender_column_count(nint appender);
    [LibraryImport(Library)] internal static partial nint duckdb_appender_column_type(nint appender, ulong column);
    [LibraryImport(Library)] internal static partial int duckdb_append_data_chunk(nint appender, nint chunk);
    [LibraryImport(Library)] internal static partial int duckdb_appender_clear(nint appender);
    [LibraryImport(Library)] internal static partial int duckdb_appender_close(nint appender);
    [LibraryImport(Library)] internal static partial int duckdb_appender_destroy(ref nint appender);

    /// <summary>Text that belongs to the library and is not freed here.</summary>
    internal static string Text(nint text) => Marshal.PtrToStringUTF8(text) ?? "";

    /// <summary>Text that the library handed over: read and freed.</summary>
    internal static string TakeText(nint text)
    {
        var taken = Text(text);
        duckdb_free(text);
        return taken;
    }
}
